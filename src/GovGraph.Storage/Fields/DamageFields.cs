using GovGraph.Plans;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of a mark of damage.</summary>
internal static class DamageFields
{
    public static FieldMap<Damage> Map { get; } = new(
        "Damage",
        new IdField<Damage>("field", damage => damage.Field),
        new ValueField<Damage, DamageKind>("kind", damage => damage.Kind),
        new TextField<Damage>("remark", damage => damage.Remark));
}
