using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace GovGraph.Server.Ide;

/// <summary>One file of GraphiQL: a resource of the assembly, most of them compressed when the program was built.</summary>
internal sealed class IdeFile
{
    private const string Compressed = ".gz";

    /// <summary>
    /// Nothing may come from elsewhere, and no script may stand in the page. Monaco, the editor, writes
    /// style attributes into its lines and would not show without 'unsafe-inline'.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; " +
        "font-src 'self' data:; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly FileExtensionContentTypeProvider s_contentTypes = new();

    private readonly Assembly _assembly;
    private readonly string _resource;
    private readonly bool _isCompressed;
    private readonly string _contentType;
    private readonly string _hash;

    public IdeFile(Assembly assembly, string resource, string name)
    {
        (_assembly, _resource) = (assembly, resource);
        _isCompressed = name.EndsWith(Compressed, StringComparison.Ordinal);
        Name = _isCompressed ? name[..^Compressed.Length] : name;
        _contentType = s_contentTypes.TryGetContentType(Name, out var type) ? type : "application/octet-stream";
        if (_contentType.StartsWith("text/", StringComparison.Ordinal)) _contentType += "; charset=utf-8";
        using var content = Open();
        _hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16));
    }

    public string Name { get; }

    public Task AnswerAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Referrer-Policy"] = "no-referrer";
        // The names of assets carry a hash of their content. The page shares its address with the API.
        var isAsset = Name.StartsWith("assets/", StringComparison.Ordinal);
        headers.CacheControl = isAsset ? "public, max-age=31536000, immutable" : "no-cache";
        if (!isAsset) headers.Vary = HeaderNames.Accept;
        if (_isCompressed) headers.Vary = HeaderNames.AcceptEncoding;

        if (!_isCompressed) return AnswerAsync(context, Open(), _hash);
        if (!AcceptsGzip(context.Request)) return AnswerAsync(context, new GZipStream(Open(), CompressionMode.Decompress), _hash);
        headers.ContentEncoding = "gzip";
        return AnswerAsync(context, Open(), _hash + "-gzip");
    }

    private Task AnswerAsync(HttpContext context, Stream content, string tag) =>
        TypedResults.Stream(content, _contentType, entityTag: new EntityTagHeaderValue($"\"{tag}\"")).ExecuteAsync(context);

    private Stream Open() => _assembly.GetManifestResourceStream(_resource)!;

    private static bool AcceptsGzip(HttpRequest request) => request.GetTypedHeaders().AcceptEncoding
        .Any(encoding => encoding.Quality != 0 && encoding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase));
}
