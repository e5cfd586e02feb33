-- Rows of a partition in the order of writing, each with its stream and its position.
-- KEYS: log. ARGV: first position, at most so many, what the keys of rows begin with.
-- Which rows these are stands in the log alone; they lie in the same slot.
local answer = {}
for at, entry in ipairs(redis.call('XRANGE', KEYS[1], '0-' .. ARGV[1], '+', 'COUNT', ARGV[2])) do
  local position = string.sub(entry[1], 3)
  local stream, id = entry[2][1], entry[2][2] .. '-' .. position
  answer[at] = { stream, tonumber(position), redis.call('XRANGE', ARGV[3] .. stream, id, id)[1][2][2] }
end
return answer
