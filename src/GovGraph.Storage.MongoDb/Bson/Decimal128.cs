using System.Buffers.Binary;

namespace GovGraph.Storage.MongoDb.Bson;

/// <summary>A decimal as BSON holds it: 34 digits and an exponent, in the binary form of IEEE 754-2008. It keeps the digits behind the point, zeros too.</summary>
/// <seealso href="https://github.com/mongodb/specifications/blob/master/source/bson-decimal128/decimal128.md"/>
internal static class Decimal128
{
    public const int Size = 16;

    private const int Bias = 6176;
    private const int ExponentShift = 49;
    private const int MostDigits = 28;

    public static void Write(Span<byte> bytes, decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var low = (uint)parts[0] | ((ulong)(uint)parts[1] << 32);
        var high = (uint)parts[2] | ((ulong)(Bias - value.Scale) << ExponentShift) | (decimal.IsNegative(value) ? 1UL << 63 : 0);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, low);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], high);
    }

    /// <summary>False for what no decimal of .NET holds: infinities, more than 28 digits behind the point, more than 96 bits.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out decimal value)
    {
        var (low, high) = (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
        var isNegative = high >> 63 == 1;
        var scale = Bias - (int)((high >> ExponentShift) & 0x3FFF);
        var top = high & ((1UL << ExponentShift) - 1);
        value = 0;

        // Two leading ones in the exponent mean another layout, which is only for what is out of range here.
        if (((high >> 61) & 3) == 3 || scale is < -MostDigits or > MostDigits || top > uint.MaxValue)
        {
            return false;
        }

        try
        {
            value = new decimal((int)low, (int)(low >> 32), (int)top, isNegative, (byte)Math.Max(scale, 0));
            for (; scale < 0; scale++)
            {
                value *= 10;
            }

            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
