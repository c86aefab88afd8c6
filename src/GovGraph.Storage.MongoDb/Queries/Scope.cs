using GovGraph.Storage.Fields;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>A node that an expression speaks of, and the nodes that it stands in.</summary>
/// <param name="Map">Its fields.</param>
/// <param name="Path">Where its document is: <c>$$ROOT</c>, <c>$$task2</c>.</param>
internal sealed record Scope(FieldMap Map, string Path)
{
    /// <summary>The plan it belongs to; itself for a plan.</summary>
    public Scope? Plan { get; init; }

    public Scope? Area { get; init; }

    /// <summary>Null where the node stands directly in its area.</summary>
    public Scope? Component { get; init; }

    /// <summary>The document may be without it.</summary>
    public bool IsOptional { get; private init; }

    /// <summary>The body that issued it.</summary>
    public required Scope? Issuer { get; init; }

    public static Scope OfPlan(string path = "$$ROOT")
    {
        var plan = new Scope(FieldMaps.Plans, path) { Issuer = new Scope(IssuerFields.Map, $"{path}.issuer") { Issuer = null } };
        return plan with { Plan = plan };
    }

    /// <summary>The figures of its summary where they were counted before; null where its own tasks are counted.</summary>
    public UnitFigures? Figures { get; init; }

    /// <summary>The path of a member of its document.</summary>
    public Mql Member(string name) => Mql.Path(name.Length == 0 ? Path : $"{Path}.{name}");

    /// <summary>The value of a field of its document.</summary>
    public Mql Value(Field field) =>
        field.Absent is { } absent ? Mql.Call("$ifNull", Member(field.BsonPath), Mql.Literal(Stored.Value(absent))) : Member(field.BsonPath);

    /// <summary>A node in this one's document, below the same nodes.</summary>
    public Scope Inner(FieldMap map, string path) => this with { Map = map, Path = path, IsOptional = false };

    /// <summary>The object that a field leads to, up or down; null where there is none, whatever the document.</summary>
    public Scope? Object(Field field) => (Map.Name, field.Name) switch
    {
        // A node that is gone up to is itself what is looked at: what lies below it goes up to it again.
        (_, "plan") => Plan is { } plan ? plan with { Plan = plan } : null,
        (_, "area") => Area is { } area ? area with { Area = area } : null,
        (_, "component") => Component is { } component ? component with { Component = component } : null,
        (_, "issuer") => Issuer,
        _ => Inner(field.Inner!, $"{Path}.{field.BsonPath}") with { IsOptional = true },
    };
}
