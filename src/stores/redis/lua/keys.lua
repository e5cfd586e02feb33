-- Owners that have a key, each with it.
-- KEYS: keys, owners. ARGV: owner to begin after, at most so many.
local answer = {}
for at, owner in ipairs(redis.call('ZRANGEBYLEX', KEYS[2], '(' .. ARGV[1], '+', 'LIMIT', 0, ARGV[2])) do
  answer[at] = { owner, redis.call('HGET', KEYS[1], owner) }
end
return answer
