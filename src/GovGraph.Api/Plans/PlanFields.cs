using GovGraph.Api.Filters;
using GovGraph.Api.History;
using GovGraph.Api.Tasks;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans;
using GovGraph.Storage.Fields;

namespace GovGraph.Api.Plans;

internal static class PlanFields
{
    public static void Bind(TypeBinding<Plan> plans)
    {
        plans.Field("id", plan => plan.Id);
        plans.Field("title", plan => plan.Title);
        plans.Field("number", plan => plan.Number);
        plans.Field("date", plan => plan.Date);
        plans.Field("year", plan => plan.Year);
        plans.Field("program", plan => plan.Program);
        plans.Field("level", plan => plan.Level);
        plans.Field("issuer", plan => plan.Issuer);
        plans.Field("place", plan => plan.Place);
        plans.Field("signatory", plan => plan.Signatory);
        plans.Field("recipients", plan => plan.Recipients);
        plans.Field("legalBases", plan => plan.LegalBases);
        plans.Field("preamble", plan => plan.Preamble);
        plans.Field("sections", plan => plan.Sections);
        plans.Field("closing", plan => plan.Closing);
        plans.Field("annex", plan => plan.Annex);
        plans.Field("budget", plan => plan.Budget);
        plans.Field("budgetTotal", plan => plan.BudgetTotal);
        plans.Field("evidenceRule", plan => plan.EvidenceRule);
        plans.List("areas", FieldMaps.Areas, plan => plan.Areas);
        plans.List("tasks", FieldMaps.Tasks, plan => plan.Tasks);
        plans.DueSteps(plan => plan.Tasks);
        plans.Summary(plan => plan.Tasks);
        plans.List("units", FieldMaps.Units, plan => plan.Units);
        plans.List("indicators", FieldMaps.Indicators, plan => plan.Indicators);
        plans.Field("damage", plan => plan.Damage);
        plans.List("consistencyIssues", FieldMaps.ConsistencyIssues, plan => plan.ConsistencyIssues);
        plans.Field("source", plan => plan.Source);
        plans.Field("version", plan => plan.Version);
        plans.History();
    }

    public static void BindDate(TypeBinding<PlanDate> dates)
    {
        dates.Field("text", date => date.Text);
        dates.Field("year", date => date.Year);
        dates.Field("month", date => date.Month);
        dates.Field("day", date => date.Day);
        dates.Field("date", date => date.Date);
    }

    public static void BindIssuer(TypeBinding<Issuer> issuers)
    {
        issuers.Field("id", issuer => issuer.Id);
        issuers.Field("name", issuer => issuer.Name);
        issuers.Field("place", issuer => issuer.Place);
        issuers.Field("superior", issuer => issuer.Superior);
    }

    public static void BindSignatory(TypeBinding<Signatory> signatories)
    {
        signatories.Field("authority", signatory => signatory.Authority);
        signatories.Field("position", signatory => signatory.Position);
        signatories.Field("name", signatory => signatory.Name);
    }

    public static void BindSection(TypeBinding<Section> sections)
    {
        sections.Field("code", section => section.Code);
        sections.Field("title", section => section.Title);
        sections.Field("text", section => section.Text);
        sections.Field("sections", section => section.Sections);
    }

    public static void BindAnnex(TypeBinding<Annex> annexes)
    {
        annexes.Field("title", annex => annex.Title);
        annexes.Field("issuedWith", annex => annex.IssuedWith);
        annexes.Field("columns", annex => annex.Columns);
    }

    public static void BindDamage(TypeBinding<Damage> damages)
    {
        damages.Field("field", damage => damage.Field);
        damages.Field("kind", damage => damage.Kind);
        damages.Field("stoodIn", damage => damage.StoodIn);
        damages.Field("remark", damage => damage.Remark);
    }
}
