using System.Text.Json.Serialization.Metadata;
using FluentValidation;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Documents;

/// <summary>A damage mark names a member of the node that it stands in.</summary>
internal sealed class DamageRules<TNode> : AbstractValidator<DamageDocument>
{
    private static readonly string[] Members =
        [.. PlanJson.Plan.Options.GetTypeInfo(typeof(TNode)).Properties.Select(member => member.Name).Where(name => name != "damage")];

    public DamageRules()
    {
        var members = new Wording($"must be a member of the node: {string.Join(", ", Members)}", $"phải là một thành phần của nút: {string.Join(", ", Members)}");
        RuleFor(damage => damage.Field).Must(field => field is null || Members.Contains(field)).WithMessage(members);
        RuleFor(damage => damage.StoodIn).Must(field => field is null || Members.Contains(field)).WithMessage(members);
        RuleFor(damage => damage.StoodIn)
            .Must((damage, stoodIn) => stoodIn is null || (damage is { Kind: DamageKind.Misplaced, Field: { } field } && field != stoodIn))
            .WithMessage("belongs to a MISPLACED field, and is another field than that", "chỉ đi với trường MISPLACED, và phải là trường khác trường đó");
    }
}
