namespace GovGraph.Storage.Contents;

/// <summary>What a caller says of a file before it comes.</summary>
/// <param name="Name">Its name, cleaned.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256 in small hexadecimal digits.</param>
/// <param name="MediaType">What it is; null where that is not said.</param>
public sealed record NewFile(string Name, long Size, string Sha256, string? MediaType);
