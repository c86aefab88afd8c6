using System.Collections.Immutable;

namespace GovGraph.Storage.Memory;

/// <summary>The items of a page, and whether anything matches on each side of them.</summary>
internal readonly record struct Slice<T>(ImmutableArray<T> Items, bool HasPrevious, bool HasNext);
