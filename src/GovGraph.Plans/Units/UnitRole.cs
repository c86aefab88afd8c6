namespace GovGraph.Plans.Units;

/// <summary>What a unit does for a task or an indicator.</summary>
public enum UnitRole
{
    /// <summary>Chủ trì.</summary>
    Lead,

    /// <summary>Phối hợp.</summary>
    Coordinating,

    /// <summary>Thực hiện.</summary>
    Implementing,

    /// <summary>Chủ trì đánh giá: judges whether an indicator is reached.</summary>
    Evaluator,
}
