using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Transport.Uploads;

/// <summary>A value of the scalar <c>Upload</c>: one of the files that came with the request.</summary>
/// <seealso href="https://github.com/jaydenseric/graphql-multipart-request-spec"/>
public sealed class Upload
{
    private readonly string _key;

    internal Upload(string key) => _key = key;

    /// <summary>What to bind the scalar to.</summary>
    public static ScalarCoercion Coercion { get; } = new UploadCoercion();

    /// <summary>The file, as long as the request is not answered.</summary>
    public UploadedFile File(FieldContext context) => context.Get<UploadedFiles>().Get(_key);
}
