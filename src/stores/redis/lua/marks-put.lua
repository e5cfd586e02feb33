-- Puts an owner's marks in the place of those of a version, or takes them away; not where the owner is erased.
-- KEYS: keys, marks, places, last place. ARGV: owner, version before, and the marks but for taking them away.
-- A row is its version, a space, and the marks; of one that was taken away only the version is left.
if redis.call('HGET', KEYS[1], ARGV[1]) == '' then return 0 end
local found = redis.call('HGET', KEYS[2], ARGV[1])
if (found and string.match(found, '^%d+') or '0') ~= ARGV[2] then return 0 end
local version = string.format('%d', tonumber(ARGV[2]) + 1)
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3] and version .. ' ' .. ARGV[3] or version)
redis.call('ZADD', KEYS[3], redis.call('INCR', KEYS[4]), ARGV[1])
return 1
