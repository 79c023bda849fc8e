/**
 * Twenty of the personnummer that Skatteverket publishes for testing; they belong to nobody.
 * Source: Skatteverket, published list of test personnummer ("Testpersonnummer").
 */
export const testPersons: readonly { personnummer: string; birthYear: number; sex: 'woman' | 'man' }[] = [
  { personnummer: '19620112-2808', birthYear: 1962, sex: 'woman' },
  { personnummer: '19620317-3056', birthYear: 1962, sex: 'man' },
  { personnummer: '19650509-2962', birthYear: 1965, sex: 'woman' },
  { personnummer: '19650113-3372', birthYear: 1965, sex: 'man' },
  { personnummer: '19700808-9281', birthYear: 1970, sex: 'woman' },
  { personnummer: '19700319-9291', birthYear: 1970, sex: 'man' },
  { personnummer: '19740526-9288', birthYear: 1974, sex: 'woman' },
  { personnummer: '19740225-9274', birthYear: 1974, sex: 'man' },
  { personnummer: '19780803-2382', birthYear: 1978, sex: 'woman' },
  { personnummer: '19780410-2395', birthYear: 1978, sex: 'man' },
  { personnummer: '19830101-2384', birthYear: 1983, sex: 'woman' },
  { personnummer: '19830616-2390', birthYear: 1983, sex: 'man' },
  { personnummer: '19880207-2382', birthYear: 1988, sex: 'woman' },
  { personnummer: '19880430-2399', birthYear: 1988, sex: 'man' },
  { personnummer: '19930902-2383', birthYear: 1993, sex: 'woman' },
  { personnummer: '19930225-2391', birthYear: 1993, sex: 'man' },
  { personnummer: '19980820-2387', birthYear: 1998, sex: 'woman' },
  { personnummer: '19980507-2395', birthYear: 1998, sex: 'man' },
  { personnummer: '20030808-2387', birthYear: 2003, sex: 'woman' },
  { personnummer: '20030411-2394', birthYear: 2003, sex: 'man' },
]
