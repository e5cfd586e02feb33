-- Keeps a snapshot unless there is a newer one, or the stream is erased.
-- KEYS: snapshot, head. ARGV: version, body.
if redis.call('HEXISTS', KEYS[2], 'erased') == 1 then return 0 end
local found = redis.call('HGET', KEYS[1], 'version')
if found and tonumber(found) > tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'version', ARGV[1], 'body', ARGV[2])
return 1
