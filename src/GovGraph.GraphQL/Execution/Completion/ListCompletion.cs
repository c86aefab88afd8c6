using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GovGraph.GraphQL.Execution.Completion;

/// <summary>A list of any CLR type that can be enumerated; arrays, immutable arrays and lists are walked as spans.</summary>
internal sealed class ListCompletion<TList, TItem>(ValueCompletion<TItem> item, bool isNonNull) : ValueCompletion<TList>(isNonNull)
    where TList : IEnumerable<TItem>
{
    private readonly bool _isArray = typeof(TList) == typeof(TItem[]);
    private readonly bool _isImmutableArray = typeof(TList) == typeof(ImmutableArray<TItem>);

    public override bool Complete(Execution execution, CompiledField field, TList value)
    {
        if (_isImmutableArray)
        {
            var array = ImmutableCollectionsMarshal.AsArray(Unsafe.As<TList, ImmutableArray<TItem>>(ref value));
            return array is null ? CompleteNull(execution, field) : CompleteSpan(execution, field, array);
        }

        if (value is null) return CompleteNull(execution, field);
        if (_isArray) return CompleteSpan(execution, field, Unsafe.As<TList, TItem[]>(ref value));

        return value switch
        {
            TItem[] array => CompleteSpan(execution, field, new ReadOnlySpan<TItem>(array)),
            List<TItem> list => CompleteSpan(execution, field, CollectionsMarshal.AsSpan(list)),
            ImmutableArray<TItem> array => CompleteSpan(execution, field, array.AsSpan()),
            _ => CompleteSequence(execution, field, value),
        };
    }

    private bool CompleteSpan(Execution execution, CompiledField field, ReadOnlySpan<TItem> items)
    {
        if (items.IsEmpty)
        {
            execution.Writer.WriteRaw("[]"u8);
            return true;
        }

        execution.Enter(field, IsNonNull);
        for (var index = 0; index < items.Length; index++)
        {
            if (!CompleteItem(execution, field, index, items[index])) return false;
        }

        execution.Writer.WriteByte((byte)']');
        execution.Leave();
        return true;
    }

    private bool CompleteSequence(Execution execution, CompiledField field, IEnumerable<TItem> items)
    {
        execution.Enter(field, IsNonNull);
        var index = 0;
        foreach (var value in items)
        {
            if (!CompleteItem(execution, field, index++, value)) return false;
        }

        execution.Writer.WriteRaw(index == 0 ? "[]"u8 : "]"u8);
        execution.Leave();
        return true;
    }

    private bool CompleteItem(Execution execution, CompiledField field, int index, TItem value)
    {
        var writer = execution.Writer;
        writer.WriteByte((byte)(index == 0 ? '[' : ','));
        var mark = writer.Position;
        execution.EnterItem(index, item.IsNonNull);
        if (item.Complete(execution, field, value)) return true;
        if (item.IsNonNull)
        {
            execution.Leave();
            return false;
        }

        execution.WriteNullAt(mark);
        return true;
    }
}
