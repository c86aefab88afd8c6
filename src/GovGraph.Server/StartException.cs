namespace GovGraph.Server;

/// <summary>Why the program can't start: one sentence that says what to do.</summary>
internal sealed class StartException(string message, Exception? inner = null) : Exception(message, inner);
