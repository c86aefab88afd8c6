using System.Collections.Immutable;
using GovGraph.Storage.Access;

namespace GovGraph.Api.Access;

/// <summary>The one who asks: what its key says of it.</summary>
public sealed record Caller
{
    /// <summary>Whoever reaches a server that has no keys: may do everything and see everything.</summary>
    public static Caller Anyone { get; } = new() { Scopes = [Scope.Admin] };

    /// <summary>The key's name, kept with each change as <c>who</c>; null where no key is configured.</summary>
    public string? Name { get; init; }

    public string? KeyId { get; init; }

    public required ImmutableArray<Scope> Scopes { get; init; }

    /// <summary>The ids of the units for which it changes tasks; empty where it is bound to none.</summary>
    public ImmutableArray<string> Units { get; init; } = [];

    /// <summary>The ids of the bodies whose plans it sees; null where it sees all.</summary>
    public ImmutableArray<string>? Bodies { get; init; }

    public bool May(Scope scope) => Scopes.Contains(scope) || Scopes.Contains(Scope.Admin);

    /// <summary>Whether it sees the plans of a body.</summary>
    public bool Sees(string body) => Bodies is not { } bodies || bodies.Contains(body);
}
