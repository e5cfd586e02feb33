-- Streams last written from one instant to before another, oldest first: the rank to go on at or -1, then stream, owner
-- and instant of each.
-- KEYS: idle. ARGV: prefix, milliseconds of the second instant, at most so many, rank to begin at, to look at so many,
-- what the keys of heads begin with, milliseconds of the first instant or -inf. Which streams these are stands in the
-- index alone; they lie in the same slot.
--
-- An append does not move its stream in the index, so an entry may be too old, never too new. Those found so are moved
-- here, and what was looked at is looked at again: who goes on from instant to instant since the oldest misses none.
local limit, first, step = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local entries = redis.call('ZRANGE', KEYS[1], ARGV[7], '(' .. ARGV[2], 'BYSCORE', 'LIMIT', first, step, 'WITHSCORES')
local answer, moved = { #entries < step * 2 and -1 or first + step }, false
for at = 1, #entries, 2 do
  local stream = entries[at]
  if #answer <= limit and string.sub(stream, 1, #ARGV[1]) == ARGV[1] then
    local head = redis.call('HGET', ARGV[6] .. stream, 'head')
    local milliseconds, instant, owner = string.match(head, '^%d+ %S* (%S+) (%S+) (.*)$')
    if tonumber(milliseconds) ~= tonumber(entries[at + 1]) then
      redis.call('ZADD', KEYS[1], milliseconds, stream)
      moved = true
    end
    answer[#answer + 1] = { stream, owner, instant }
  end
end
return moved and { first } or answer
