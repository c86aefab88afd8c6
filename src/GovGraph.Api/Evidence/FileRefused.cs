using GovGraph.Plans.Tasks;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Evidence;

/// <summary>The file that should be evidence is not there, or is not taken.</summary>
/// <param name="Code">A stable word for programs.</param>
/// <param name="Reason">What is wrong with it.</param>
internal sealed record FileRefused(string Code, Wording Reason)
    : Refusal(Reason);
