-- Rows that were changed above a place, each as owner, place and row; of an erased owner the row is false.
-- KEYS: marks, places. ARGV: place, at most so many.
local found = redis.call('ZRANGEBYSCORE', KEYS[2], '(' .. ARGV[1], '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[2])
local answer = {}
for at = 1, #found, 2 do
  answer[#answer + 1] = { found[at], found[at + 1], redis.call('HGET', KEYS[1], found[at]) }
end
return answer
