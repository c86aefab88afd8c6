using GovGraph.Api.Audit;
using GovGraph.GraphQL.Execution;

namespace GovGraph.Server;

/// <summary>Logs what a caller sees masked, under the id that the caller sees.</summary>
internal static class FaultLog
{
    public static Action<FieldFault> In(ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger("GovGraph.Execution");
        return fault =>
        {
            logger.LogError(fault.Exception, "The field {Coordinate} failed; the caller was shown the id {ErrorId}", fault.Coordinate, fault.ErrorId);
            RequestAudit.Failed(fault);
        };
    }
}
