using System.Collections.Frozen;
using System.Collections.Immutable;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Execution.Completion;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Bindings;

/// <summary>Finds how a CLR type becomes a type of the schema. Reflection is used here, at start-up, and nowhere later.</summary>
internal sealed class CompletionFactory(
    FrozenDictionary<ObjectType, BoundObject> objects,
    FrozenDictionary<NamedType, BoundAbstract> abstracts,
    FrozenDictionary<EnumType, EnumBinding> enums,
    bool isDynamic)
{
    /// <summary>Null with a reason where the two do not fit.</summary>
    public ValueCompletion? Create(GraphQLType type, Type clrType, bool isItem, out string? fault)
    {
        fault = null;
        if (isDynamic && clrType == typeof(object)) return CreateDynamic(type, isItem);
        if (Nullable.GetUnderlyingType(clrType) is { } underlying)
        {
            var inner = Create(type, underlying, isItem, out fault);
            return inner is null ? null : Make(typeof(NullableCompletion<>), [underlying], inner);
        }

        var completion = type.Nullable switch
        {
            ListType list => CreateList(list, clrType, type.IsNonNull, out fault),
            ScalarType scalar => CreateScalar(scalar, clrType, type.IsNonNull),
            EnumType enumType => CreateEnum(enumType, clrType, type.IsNonNull),
            ObjectType objectType when clrType.IsAssignableTo(objects[objectType].ClrType) =>
                Make(typeof(ObjectCompletion<>), [clrType], objects[objectType], isItem, type.IsNonNull),
            NamedType { IsAbstract: true } named when CanHold(abstracts[named], clrType) =>
                Make(typeof(AbstractCompletion<>), [clrType], abstracts[named], isItem, type.IsNonNull),
            _ => null,
        };
        if (completion is null) fault ??= $"{Name(clrType)} does not fit {type}.";
        return completion;
    }

    private ValueCompletion? CreateList(ListType list, Type clrType, bool isNonNull, out string? fault)
    {
        fault = null;
        if (ItemType(clrType) is not { } itemType) return null;
        var item = Create(list.OfType, itemType, isItem: true, out fault);
        return item is null ? null : Make(typeof(ListCompletion<,>), [clrType, itemType], item, isNonNull);
    }

    private static ValueCompletion? CreateScalar(ScalarType scalar, Type clrType, bool isNonNull)
    {
        if (!scalar.IsSpecified) return CreateCustomScalar(scalar, clrType, isNonNull);

        return (scalar.Name, clrType) switch
        {
            ("String" or "ID", _) when clrType == typeof(string) => new LeafCompletion<string, StringLeaf>(isNonNull),
            ("String" or "ID", _) when clrType == typeof(EncodedString) => new LeafCompletion<EncodedString, EncodedStringLeaf>(isNonNull),
            ("ID", _) when clrType == typeof(int) => new LeafCompletion<int, Int32IdLeaf>(isNonNull),
            ("ID", _) when clrType == typeof(long) => new LeafCompletion<long, NumberedIdLeaf>(isNonNull),
            ("Boolean", _) when clrType == typeof(bool) => new LeafCompletion<bool, BooleanLeaf>(isNonNull),
            ("Int" or "Float", _) when clrType == typeof(int) => new LeafCompletion<int, Int32Leaf>(isNonNull),
            ("Int", _) when clrType == typeof(long) => new LeafCompletion<long, NarrowedLeaf>(isNonNull),
            ("Float", _) when clrType == typeof(long) => new LeafCompletion<long, Int64Leaf>(isNonNull),
            ("Float", _) when clrType == typeof(double) => new LeafCompletion<double, DoubleLeaf>(isNonNull),
            ("Float", _) when clrType == typeof(decimal) => new LeafCompletion<decimal, DecimalLeaf>(isNonNull),
            _ => null,
        };
    }

    // A coercion for one CLR type takes that type alone, any other is asked about each value.
    private static ValueCompletion? CreateCustomScalar(ScalarType scalar, Type clrType, bool isNonNull)
    {
        for (var ancestor = scalar.Coercion.GetType(); ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (!ancestor.IsGenericType || ancestor.GetGenericTypeDefinition() != typeof(ScalarCoercion<>)) continue;
            return ancestor.GenericTypeArguments[0] == clrType ? Make(typeof(ScalarCompletion<>), [clrType], scalar.Coercion, isNonNull) : null;
        }

        return Make(typeof(BoxedScalarCompletion<>), [clrType], scalar, isNonNull);
    }

    private ValueCompletion? CreateEnum(EnumType type, Type clrType, bool isNonNull)
    {
        if (enums.TryGetValue(type, out var binding)) return clrType == binding.ClrType ? binding.Completion(type, isNonNull) : null;
        return clrType == typeof(string) ? new EnumNameCompletion(type, isNonNull) : null;
    }

    private ValueCompletion CreateDynamic(GraphQLType type, bool isItem) => type.Nullable switch
    {
        ListType list => new DynamicListCompletion((ValueCompletion<object?>)CreateDynamic(list.OfType, isItem: true), type.IsNonNull),
        ScalarType scalar => new BoxedScalarCompletion<object?>(scalar, type.IsNonNull),
        EnumType enumType => new DynamicEnumCompletion(enumType, type.IsNonNull),
        ObjectType objectType => new ObjectCompletion<object?>(objects[objectType], isItem, type.IsNonNull),
        var named => new DynamicAbstractCompletion(abstracts[(NamedType)named], isItem, type.IsNonNull),
    };

    /// <summary>Whether values of the CLR type can be of one of the possible types.</summary>
    private static bool CanHold(BoundAbstract type, Type clrType) =>
        type.PossibleTypes.Any(possible => possible.ClrType.IsAssignableTo(clrType) || clrType.IsAssignableTo(possible.ClrType));

    private static Type? ItemType(Type clrType)
    {
        if (clrType == typeof(string)) return null;
        if (clrType.IsArray) return clrType.GetElementType();
        if (clrType.IsGenericType && clrType.GetGenericTypeDefinition() == typeof(IEnumerable<>)) return clrType.GenericTypeArguments[0];
        var sequences = clrType.GetInterfaces().Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)).ToImmutableArray();
        return sequences is [var only] ? only.GenericTypeArguments[0] : null;
    }

    private static ValueCompletion Make(Type definition, Type[] typeArguments, params object[] arguments) =>
        (ValueCompletion)Activator.CreateInstance(definition.MakeGenericType(typeArguments), arguments)!;

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GenericTypeArguments.Select(Name))}>"
        : type.Name;
}
