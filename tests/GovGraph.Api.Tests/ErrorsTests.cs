using System.Diagnostics;
using System.Runtime.CompilerServices;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Tasks;
using GovGraph.Storage;
using Xunit;

namespace GovGraph.Api.Tests;

public sealed class ErrorsTests
{
    private static readonly Plan s_plan = PlanFile.Read(File.ReadAllBytes(Repository.Seed("my-hoa-hung-2024-kstthc"))).Plan!;

    // A change that has happened already is answered as the first time, never as an error.
    public static TheoryData<Type> Refusals { get; } =
    [
        .. new[] { typeof(Refusal), typeof(PlanStore), typeof(MutationError) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Refusal)) && type != typeof(ChangeRepeated)),
    ];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_has_an_error(Type refusal) =>
        Assert.Contains<ITrackedNode>([s_plan.Tasks[0], s_plan.Indicators[0]], node => IsNamed((Refusal)RuntimeHelpers.GetUninitializedObject(refusal), node));

    // What the error tells of an empty refusal may fail; the error itself was found then.
    private static bool IsNamed(Refusal refusal, ITrackedNode node)
    {
        try
        {
            MutationError.For(refusal, node, context: default);
            return true;
        }
        catch (Exception fault)
        {
            return fault is not UnreachableException;
        }
    }
}
