-- Puts a row in the place of one that is not newer, or takes it away, and keeps the lists it stands in.
-- KEYS: rows. ARGV: what the keys of the queue begin with, stream, and but for taking it away: row, version, queue,
-- status, type, mediator, place by since, place by deadline; type and mediator begin with = where there is one.
-- Where the old row stands says the old row alone; all of it lies in the same slot.
local base, stream, row = ARGV[1], ARGV[2], ARGV[3]

-- A row stands in two lists of each order: that of its status and type, and that of its mediator, status and type. Any
-- question is answered by merging some of these lists, none of which holds a row that does not match.
local function move(at, by)
  local group = at.status .. '\31' .. at.type
  for _, whole in ipairs({ at.queue, at.queue .. '\31' .. at.mediator }) do
    local size = redis.call('HINCRBY', base .. 'groups:' .. whole, group, by)
    if size == 0 then redis.call('HDEL', base .. 'groups:' .. whole, group) end
    for _, order in ipairs({ 'since', 'deadline' }) do
      local list = base .. order .. ':' .. whole .. '\31' .. group
      if by == 1 then redis.call('ZADD', list, 0, at[order]) else redis.call('ZREM', list, at[order]) end
    end
  end
end

local before = redis.call('HGET', base .. 'places', stream)
before = before and cmsgpack.unpack(before)
if not row then
  if before then move(before, -1) end
  redis.call('HDEL', KEYS[1], stream)
  return redis.call('HDEL', base .. 'places', stream)
end

local now = { version = tonumber(ARGV[4]), queue = ARGV[5], status = ARGV[6], type = ARGV[7], mediator = ARGV[8],
  since = ARGV[9], deadline = ARGV[10] }
if before and before.version > now.version then return 0 end
redis.call('HSET', KEYS[1], stream, row)
redis.call('HSET', base .. 'places', stream, cmsgpack.pack(now))
for field, value in pairs(now) do
  if field ~= 'version' and not (before and before[field] == value) then
    if before then move(before, -1) end
    move(now, 1)
    break
  end
end
return 1
