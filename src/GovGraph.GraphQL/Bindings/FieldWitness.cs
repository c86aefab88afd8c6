using GovGraph.GraphQL.Execution;

namespace GovGraph.GraphQL.Bindings;

/// <summary>Hears what a field came to, guards included, before the response has it: its value, or why there is none.</summary>
public delegate void FieldWitness(FieldContext context, object? value, Exception? fault);
