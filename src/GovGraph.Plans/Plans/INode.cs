namespace GovGraph.Plans;

/// <summary>Whatever in a plan can be asked for by its id.</summary>
public interface INode
{
    string Id { get; }
}
