-- wrk -s post.lua URL -- FILE: sends the lines of FILE in turn, one body each, and prints what was measured as one line of JSON.
-- wrk asks for one request to try the script and does not send it: the first to be sent is the second to be asked for.
local requests, sent = {}, -1

function init(arguments)
  local headers = { ["Content-Type"] = "application/json", ["Accept"] = "application/graphql-response+json, application/json" }
  for line in io.lines(arguments[1]) do requests[#requests + 1] = wrk.format("POST", "/graphql", headers, line) end
end

function request()
  sent = sent % #requests + 1
  return requests[sent]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('\nmeasured {"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"bytes":%d,"errors":%d}\n', summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), summary.bytes, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
