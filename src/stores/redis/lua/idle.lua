-- Streams last written before an instant, oldest first: the rank to go on at or -1, then stream, owner and instant of each.
-- KEYS: idle. ARGV: prefix, milliseconds of the instant, at most so many, rank to begin at, to look at so many, what the
-- keys of heads begin with. Which streams these are stands in the index alone; they lie in the same slot.
local limit, first, step = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local found = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[2], 'LIMIT', first, step)
local answer = { #found < step and -1 or first + step }
for _, stream in ipairs(found) do
  if #answer > limit then break end
  if string.sub(stream, 1, #ARGV[1]) == ARGV[1] then
    local head = redis.call('HGET', ARGV[6] .. stream, 'head')
    local at, owner = string.match(head, '^%d+ %S* (%S+) (.*)$')
    answer[#answer + 1] = { stream, owner, at }
  end
end
return answer
