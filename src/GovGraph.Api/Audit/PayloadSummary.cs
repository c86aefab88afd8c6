using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using GovGraph.Plans;

namespace GovGraph.Api.Audit;

/// <summary>What a mutation's payload says: the nodes that were changed, with their versions, and the codes of its errors.</summary>
/// <remarks>Read from the properties of the payload's type, found once, so that no mutation can be written that is left out.</remarks>
internal readonly record struct PayloadSummary(ImmutableArray<(string Id, long Version)> Changed, ImmutableArray<string> Codes)
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<PropertyInfo>> s_properties = [];

    public static PayloadSummary Of(object? payload)
    {
        var (changed, codes) = (new List<(string, long)>(), new List<string>());
        Add(payload, changed, codes);
        return new([.. changed.Distinct()], [.. codes.Distinct()]);
    }

    private static void Add(object? value, List<(string, long)> changed, List<string> codes)
    {
        switch (value)
        {
            case null or string:
                break;
            case MutationError error:
                codes.Add(error.Code);
                break;
            case ITrackedNode node:
                changed.Add((node.Id, node.Progress.Version));
                break;
            case Plan plan:
                changed.Add((plan.Id, plan.Version));
                break;
            case IEnumerable items:
                foreach (var item in items) Add(item, changed, codes);
                break;
            case var part when part.GetType().Assembly == typeof(PayloadSummary).Assembly:
                foreach (var property in s_properties.GetOrAdd(part.GetType(), PropertiesOf)) Add(property.GetValue(part), changed, codes);
                break;
        }
    }

    private static ImmutableArray<PropertyInfo> PropertiesOf(Type type) =>
        [.. type.GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.PropertyType is { IsEnum: false, IsPrimitive: false } && property.PropertyType != typeof(string))];
}
