using System.Globalization;
using System.Text;
using GovGraph.Server.SamplePlans;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>Makes requests of HTTP/1.1 as bytes: well framed, with headers that may say anything.</summary>
internal sealed class RequestMaker(Draw draw, string key)
{
    // In a part of Unicode that is nobody's.
    private const int FirstByte = 0xE000;

    private static readonly string[] s_accepts =
    [
        "application/json", "application/graphql-response+json", "text/event-stream", "application/jsonl", "text/csv", "application/x-ndjson", "text/html", "*/*",
        "application/*", "application/json;q=0", "multipart/mixed", "image/png", "text/csv;header=absent", "application/json; charset=utf-16", "a", "/", "*", ";", ",",
    ];

    private static readonly string[] s_types =
    [
        "application/json", "application/json; charset=utf-8", "application/json;charset=\"utf-8\"", "application/json; charset=utf-16", "text/plain", "application/graphql",
        "multipart/form-data", "multipart/form-data; boundary=", "application/x-www-form-urlencoded", "application/json, application/json", "a/b/c", ";", "",
    ];

    private static readonly (string Name, string[] Values)[] s_headers =
    [
        ("Authorization", ["Bearer", "Bearer ", "Bearer x", "Bearer gg_AAAAAAAA_BBBBBBBB", "Basic YTpi", "Bearer a b", "bearer é", "Digest", "x"]),
        ("X-Api-Key", ["", "x", "gg_AAAAAAAA_BBBBBBBB", "é", "a, b"]),
        ("GraphQL-Cost", ["report", "validate", "Report", "", "x", "report, validate"]),
        ("GraphQL-Client-Id", ["x", "", "\u202Ex", "a,b", "é"]),
        ("GraphQL-Preflight", ["1", "", "0"]),
        ("Accept-Language", ["vi", "en", "vi-VN,vi;q=0.9,en;q=0.8", "*", ";q=", "xx-yy-zz", "q", "vi;q=1e9", "vi;q=-1", "en;q=NaN,vi", "i-klingon", "root", "vi\u0130", string.Join(',', Enumerable.Repeat("xx;q=0.1", 500))]),
        ("Content-Encoding", ["gzip", "identity", "br", "x"]),
        ("If-None-Match", ["*", "\"\"", "W/\"x\"", "x"]),
        ("Range", ["bytes=0-0", "bytes=9-1", "bytes=-1", "x"]),
        ("Content-Range", ["bytes 0-1/2", "bytes */*", "bytes 5-2/1", "bytes 0-99999999999999999999/9", "x"]),
        ("Origin", ["http://evil.example", "null", "", "http://127.0.0.1"]),
        ("X-Forwarded-For", ["1.2.3.4", "::1, x", ""]),
        ("Cookie", ["a=b", ";;", "="]),
        ("Expect", ["x"]),
        ("Upgrade", ["websocket", "h2c", "x"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
    ];

    public byte[] Post(byte[] body, string? accept = null, string target = "/graphql") => Make(Method(), target, body, accept, ContentType());

    /// <summary>With the header that no page can send unasked, mostly.</summary>
    public byte[] PostForm(byte[] body, string contentType) => Make(Method(), "/graphql", body, null, contentType, isPreflighted: draw.Percent(95));

    /// <summary>Mostly with a range that says where the bytes belong.</summary>
    public byte[] Put(string target, int size, byte[] body)
    {
        var (start, length) = (draw.Percent(70) ? 0 : draw.Below(5000), draw.Percent(80) ? body.Length : draw.Below(5000));
        var range = draw.Percent(80) ? $"bytes {start}-{start + length - 1}/{size}" : draw.Percent(50) ? $"bytes {OddValues.Number(draw)}-{OddValues.Number(draw)}/{OddValues.Number(draw)}" : null;
        return Make(draw.Percent(92) ? "PUT" : draw.Of(["GET", "HEAD", "POST", "PATCH", "DELETE"]), target, body, null, draw.Percent(70) ? "application/pdf" : draw.Of(s_types), range: range);
    }

    public byte[] Get(string target) => Make(draw.Percent(90) ? "GET" : draw.Of(["HEAD", "OPTIONS", "DELETE"]), target, null, null, null);

    private string Method() => draw.Percent(96) ? "POST" : draw.Of(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "post", "X"]);

    private string Accept() => draw.Percent(70) ? draw.Of(s_accepts) : string.Join(", ", Enumerable.Range(0, draw.Between(1, 6)).Select(_ => $"{draw.Of(s_accepts)};q={OddValues.Number(draw)}"));

    private byte[] Make(string method, string target, byte[]? body, string? accept, string? contentType, bool isPreflighted = false, string? range = null)
    {
        var head = new StringBuilder($"{method} {target} HTTP/1.1\r\nHost: {(draw.Percent(97) ? "127.0.0.1" : draw.Of(["localhost", "evil.example", "127.0.0.1:99999", "a b", "[::1]"]))}\r\n");
        if (accept is not null || draw.Percent(50)) Add("Accept", accept ?? Accept());
        if (contentType is not null) Add("Content-Type", contentType);
        if (isPreflighted) Add("GraphQL-Preflight", "1");
        if (range is not null) Add("Content-Range", range);
        if (draw.Percent(97)) Add("X-Api-Key", key);
        while (draw.Percent(25))
        {
            var (name, values) = draw.Of(s_headers);
            Add(name, draw.Below(20) switch { 0 => Printable(), 1 => Anything(), _ => draw.Of(values) });
        }

        if (body is null) return Encode(head.Append("\r\n"));
        if (draw.Percent(15)) return Chunked(head, body);
        Add("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture));
        return [.. Encode(head.Append("\r\n")), .. body];

        void Add(string name, string value) => head.Append(name).Append(": ").Append(value.Replace('\n', ' ').Replace('\r', ' ').Replace('\0', ' ')).Append("\r\n");
    }

    private byte[] Chunked(StringBuilder head, byte[] body)
    {
        List<byte> bytes = [.. Encode(head.Append("Transfer-Encoding: chunked\r\n\r\n"))];
        for (var start = 0; start < body.Length;)
        {
            var length = Math.Min(body.Length - start, draw.Between(1, 4000));
            bytes.AddRange(Encoding.ASCII.GetBytes($"{length:x}\r\n"));
            bytes.AddRange(body.AsSpan(start, length));
            bytes.AddRange("\r\n"u8);
            start += length;
        }

        bytes.AddRange("0\r\n\r\n"u8);
        return [.. bytes];
    }

    private string ContentType() => draw.Percent(95) ? "application/json" : draw.Of(s_types);

    /// <summary>UTF-8, but for what stands for single bytes.</summary>
    private static byte[] Encode(StringBuilder head)
    {
        var bytes = new List<byte>();
        foreach (var rune in head.ToString().EnumerateRunes())
        {
            if (rune.Value is >= FirstByte and < FirstByte + 256) bytes.Add((byte)(rune.Value - FirstByte));
            else bytes.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        }

        return [.. bytes];
    }

    /// <summary>Bytes that are no text, more often those that a header may have.</summary>
    private string Anything() => string.Concat(Enumerable.Range(0, draw.Below(80)).Select(_ => (char)(FirstByte + (draw.Percent(95) ? draw.Between(128, 255) : draw.Between(1, 9)))));

    private string Printable() => string.Concat(Enumerable.Range(0, draw.Below(200)).Select(_ => (char)draw.Between(32, 126)));
}
