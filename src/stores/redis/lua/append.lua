-- Stores an append at the end of its stream, or says why not, in one step. Answers with its position, or with a table.
-- KEYS: rows, head, log, names, idle.
-- ARGV: stream, version before it, last version, hash before it, head after it, cause, row, milliseconds of its instant,
--       channel of notices, hash that nothing has.
local found = redis.call('HMGET', KEYS[2], 'cause:' .. ARGV[6], 'head', 'erased')
if found[1] then
  return { 'duplicate', redis.call('XRANGE', KEYS[1], found[1], found[1]) }
end
if found[3] then return { 'erased' } end
local version, hash = '0', ARGV[10]
if found[2] then version, hash = string.match(found[2], '^(%d+) (%S*)') end
if version ~= ARGV[2] or hash ~= ARGV[4] then return { 'conflict', tonumber(version) } end

-- First of all, for it may be forbidden: a notice of nothing is harmless, half an append is not.
redis.call('SPUBLISH', ARGV[9], ARGV[3] .. ' ' .. ARGV[1])
-- The log counts: 0-1, 0-2, and so on. A row has its last version and its position for an id.
local position = string.sub(redis.call('XADD', KEYS[3], '0-*', ARGV[1], ARGV[3]), 3)
local id = ARGV[3] .. '-' .. position
redis.call('XADD', KEYS[1], id, 'row', ARGV[7])
redis.call('HSET', KEYS[2], 'head', ARGV[5], 'cause:' .. ARGV[6], id)
if not found[2] then
  redis.call('ZADD', KEYS[4], 0, ARGV[1])
  redis.call('ZADD', KEYS[5], ARGV[8], ARGV[1])
end
return tonumber(position)
