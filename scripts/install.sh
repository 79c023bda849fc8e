#!/bin/sh
# Installs the locked packages when they are missing or the lock file has changed since the last install.
# Runs under whatever Node the machine has; everything after it runs on the Node that the packages bring.
set -e
cd "$(dirname "$0")/.."
stamp=node_modules/.installed-lock
if [ -f "$stamp" ] && cmp -s package-lock.json "$stamp"; then exit 0; fi
echo "Samlad: installerar paket (första gången tar det en stund) …"
npm ci --no-audit --no-fund --loglevel=error
cp package-lock.json "$stamp"
