namespace GovGraph.Server.Commands;

/// <summary>Why a command can't do what was asked: a sentence that says what is wrong.</summary>
internal sealed class CommandException(string message, Exception? inner = null) : Exception(message, inner);
