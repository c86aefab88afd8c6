using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using GovGraph.Plans;
using GovGraph.Storage.Contents;
using GovGraph.Storage.Webhooks;

namespace GovGraph.Api.Audit;

/// <summary>What a mutation's payload says: the nodes that were changed, with their versions, the ids of what was made beside the plans, and the codes of its errors.</summary>
/// <remarks>Read from the properties of the payload's type, found once, so that no mutation can be written that is left out.</remarks>
internal readonly record struct PayloadSummary(ImmutableArray<(string Id, long Version)> Changed, ImmutableArray<string> Made, ImmutableArray<string> Codes)
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<PropertyInfo>> s_properties = [];

    public static PayloadSummary Of(object? payload)
    {
        var (changed, made, codes) = (new List<(string, long)>(), new List<string>(), new List<string>());
        Add(payload, changed, made, codes);
        return new([.. changed.Distinct()], [.. made], [.. codes.Distinct()]);
    }

    private static void Add(object? value, List<(string, long)> changed, List<string> made, List<string> codes)
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
            case FileUpload upload:
                made.Add(upload.Id);
                break;
            case Webhook webhook:
                made.Add(webhook.Id);
                break;
            case IEnumerable items:
                foreach (var item in items) Add(item, changed, made, codes);
                break;
            case var part when part.GetType().Assembly == typeof(PayloadSummary).Assembly:
                foreach (var property in s_properties.GetOrAdd(part.GetType(), PropertiesOf)) Add(property.GetValue(part), changed, made, codes);
                break;
        }
    }

    private static ImmutableArray<PropertyInfo> PropertiesOf(Type type) =>
        [.. type.GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.PropertyType is { IsEnum: false, IsPrimitive: false } && property.PropertyType != typeof(string))];
}
