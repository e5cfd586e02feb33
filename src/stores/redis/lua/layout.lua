-- How the ledger is divided, as it was laid down at its first use. false: this Redis is too old.
-- KEYS: layout. ARGV: what is laid down where nothing is.
if (redis.REDIS_VERSION_NUM or 0) < 0x00070000 then return false end
local found = redis.call('GET', KEYS[1])
if found then return found end
redis.call('SET', KEYS[1], ARGV[1])
return ARGV[1]
