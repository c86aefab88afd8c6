using System.Buffers;

namespace GovGraph.Storage;

/// <summary>A plan's id is its file's name, so it must be nothing but a name.</summary>
internal static class PlanId
{
    private const int Longest = 200;
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public static void Check(string id)
    {
        if (id.Length is 0 or > Longest || id.AsSpan().ContainsAnyExcept(Allowed))
        {
            throw new ArgumentException($"'{id}' can't be a plan's id: it takes 1 to {Longest} small letters a to z, digits and hyphens.", nameof(id));
        }
    }
}
