namespace GovGraph.Storage.Contents;

/// <summary>What came of beginning an upload.</summary>
/// <param name="Upload">Null where it was refused.</param>
/// <param name="Refusal">Why it was.</param>
public readonly record struct BegunUpload(FileUpload? Upload, UploadRefusal? Refusal)
{
    /// <summary>Whether it was begun before, with the same key.</summary>
    public bool IsRepeated { get; init; }
}
