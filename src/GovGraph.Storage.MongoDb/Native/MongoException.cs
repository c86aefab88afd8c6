namespace GovGraph.Storage.MongoDb.Native;

/// <summary>A MongoDB call that did not do its work: one line that says what to do.</summary>
internal sealed class MongoException(MongoFault fault, string message, uint code = 0, Exception? cause = null) : Exception(message, cause)
{
    public MongoFault Fault => fault;

    /// <summary>The server's or the driver's code; 0 where neither gave one.</summary>
    public uint Code => code;

    /// <summary>Which command of a transaction it was.</summary>
    public int Place { get; init; }

    /// <summary>A write that ended so may have happened all the same.</summary>
    public bool IsOutcomeUnknown => fault is MongoFault.TimedOut or MongoFault.Interrupted or MongoFault.WriteConcern;
}
