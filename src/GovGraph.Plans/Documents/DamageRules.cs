using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FluentValidation;

namespace GovGraph.Plans.Documents;

/// <summary>A damage mark names a member of the node that it stands in.</summary>
internal sealed class DamageRules<TNode> : AbstractValidator<DamageDocument>
{
    private static readonly string[] Members =
        [.. PlanJson.Plan.Options.GetTypeInfo(typeof(TNode)).Properties.Select(member => member.Name).Where(name => name != "damage")];

    public DamageRules() =>
        RuleFor(damage => damage.Field)
            .Must(field => field is null || Members.Contains(field))
            .WithMessage($"must be a member of the node: {string.Join(", ", Members)}");
}
