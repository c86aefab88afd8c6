using System.Security.Cryptography;
using System.Text;

namespace GovGraph.GraphQL.Language;

/// <summary>SHA-256 of a document's UTF-8, in hexadecimal: what persisted queries are asked by.</summary>
internal static class DocumentHash
{
    public static string Of(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
