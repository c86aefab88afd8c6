using System.Runtime.InteropServices;

namespace GovGraph.Storage.MongoDb.Native;

/// <summary>bson_t: 128 bytes at an address divisible by 128; the storage is ours, the library fills it.</summary>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal struct BsonT
{
    public const int Size = 128;

    public uint Flags;
    public uint Length;
}

/// <summary>bson_error_t: domain, code and a message that ends with NUL.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct BsonError
{
    public uint Domain;
    public uint Code;
    public fixed byte Message[504];

    public string Text
    {
        get
        {
            fixed (byte* message = Message)
                return Marshal.PtrToStringUTF8((nint)message) ?? "";
        }
    }
}

/// <summary>mongoc_error_domain_t, as far as faults are told apart by it.</summary>
internal static class ErrorDomain
{
    public const uint Client = 1;
    public const uint Stream = 2;
    public const uint Protocol = 3;
    public const uint Cursor = 4;
    public const uint Bson = 8;
    public const uint Command = 11;
    public const uint ServerSelection = 15;
    public const uint WriteConcern = 16;
    public const uint Server = 17;

    public const uint ClientAuthenticate = 11;
    public const uint StreamSocket = 4;
}
