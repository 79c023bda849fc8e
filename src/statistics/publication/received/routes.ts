import { serve, type Server } from '../../../platform/serve.ts'
import { receiveRelease } from './contract.ts'
import { receive } from './receive.ts'

/** Mounts reading in what came out elsewhere. */
export function receivedRoutes(server: Server, loopback: boolean): void {
  serve(server, receiveRelease, async (call) => receive(call, loopback))
}
