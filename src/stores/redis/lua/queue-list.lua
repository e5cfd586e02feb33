-- A page of those rows that match: where the next page begins or an empty text, then the rows.
-- KEYS: rows. ARGV: what the keys of the queue begin with, queue, or queue and mediator; order, 1 when it runs backwards,
-- status or an empty text, type or an empty text, where to begin or an empty text, rows of a page,
-- last day in digits or an empty text.
-- Which lists there are says the index alone; all of them lie in the same slot.
local base, whole, order, backwards = ARGV[1], ARGV[2], ARGV[3], ARGV[4] == '1'
local limit, last_day = tonumber(ARGV[8]), tonumber(ARGV[9])
local digits = order == 'since' and 17 or 8

local lists = {}
for _, group in ipairs(redis.call('HKEYS', base .. 'groups:' .. whole)) do
  local status, kind = string.match(group, '^([^\31]*)\31(.*)$')
  if (ARGV[5] == '' or ARGV[5] == status) and (ARGV[6] == '' or ARGV[6] == kind) then
    lists[#lists + 1] = { key = base .. order .. ':' .. whole .. '\31' .. group, places = {}, at = 0 }
  end
end
local step = math.max(4, math.min(limit + 1, math.ceil(2 * (limit + 1) / math.max(1, #lists))))

-- Redis orders by bytes; comparing two texts in Lua would go by the server's language.
local function before(a, b)
  if a.number ~= b.number then return a.number < b.number end
  for at = 1, math.min(#a.place, #b.place) do
    local x, y = string.byte(a.place, at), string.byte(b.place, at)
    if x ~= y then return x < y end
  end
  return #a.place < #b.place
end

local function advance(list, from)
  list.at = list.at + 1
  if list.at > #list.places then
    if list.at > 1 and #list.places < step then
      list.places = {}
    elseif backwards then
      list.places = redis.call('ZREVRANGEBYLEX', list.key, from or '+', '-', 'LIMIT', 0, step)
    else
      list.places = redis.call('ZRANGEBYLEX', list.key, from or '-', '+', 'LIMIT', 0, step)
    end
    list.at = 1
  end
  list.place = list.places[list.at]
  if list.place then list.number = tonumber(string.sub(list.place, 1, digits)) end
end
for _, list in ipairs(lists) do advance(list, ARGV[7] ~= '' and '(' .. ARGV[7] or nil) end

local answer, last = { '' }, nil
while true do
  local first = nil
  for _, list in ipairs(lists) do
    if list.place and (not first or before(list, first) ~= backwards) then first = list end
  end
  if not first or (last_day and first.number > last_day) then break end
  if #answer > limit then
    answer[1] = last
    break
  end
  last = first.place
  answer[#answer + 1] = redis.call('HGET', KEYS[1], string.sub(last, digits + 2))
  advance(first, '(' .. last)
end
return answer
