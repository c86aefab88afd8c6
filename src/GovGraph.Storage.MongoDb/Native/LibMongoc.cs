using System.Runtime.InteropServices;

namespace GovGraph.Storage.MongoDb.Native;

/// <summary>The functions of libmongoc and libbson that are called, as they are: https://mongoc.org/libmongoc/current/api.html.</summary>
internal static unsafe partial class LibMongoc
{
    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_init();

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_get_version();

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_log_set_handler(delegate* unmanaged[Cdecl]<int, nint, nint, nint, void> handler, nint data);

    [LibraryImport(NativeLibraries.Mongoc, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint mongoc_uri_new_with_error(string uri, BsonError* error);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_uri_destroy(nint uri);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_uri_get_database(UriHandle uri);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_uri_get_username(UriHandle uri);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_uri_get_password(UriHandle uri);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_uri_get_auth_source(UriHandle uri);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_uri_get_replica_set(UriHandle uri);

    [LibraryImport(NativeLibraries.Mongoc)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_uri_get_tls(UriHandle uri);

    [LibraryImport(NativeLibraries.Mongoc, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_uri_has_option(UriHandle uri, string option);

    [LibraryImport(NativeLibraries.Mongoc, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int mongoc_uri_get_option_as_int32(UriHandle uri, string option, int fallback);

    [LibraryImport(NativeLibraries.Mongoc, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_uri_set_option_as_int32(UriHandle uri, string option, int value);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_client_pool_new_with_error(UriHandle uri, BsonError* error);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_client_pool_destroy(nint pool);

    [LibraryImport(NativeLibraries.Mongoc)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_pool_set_error_api(PoolHandle pool, int version);

    [LibraryImport(NativeLibraries.Mongoc, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_pool_set_appname(PoolHandle pool, string name);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_client_pool_pop(nint pool);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_client_pool_push(nint pool, nint client);

    // Names travel as UTF-8 with a NUL at their end, so that a call allocates nothing.
    [LibraryImport(NativeLibraries.Mongoc)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_command_simple(nint client, byte* database, BsonT* command, nint preferences, BsonT* reply, BsonError* error);

    [LibraryImport(NativeLibraries.Mongoc)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_read_command_with_opts(nint client, byte* database, BsonT* command, nint preferences, BsonT* options, BsonT* reply, BsonError* error);

    [LibraryImport(NativeLibraries.Mongoc)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_write_command_with_opts(nint client, byte* database, BsonT* command, BsonT* options, BsonT* reply, BsonError* error);

    [LibraryImport(NativeLibraries.Mongoc)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_read_write_command_with_opts(nint client, byte* database, BsonT* command, nint preferences, BsonT* options, BsonT* reply, BsonError* error);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_client_get_collection(nint client, byte* database, byte* collection);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_collection_destroy(nint collection);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_collection_find_with_opts(nint collection, BsonT* filter, BsonT* options, nint preferences);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_collection_aggregate(nint collection, int flags, BsonT* pipeline, BsonT* options, nint preferences);

    [LibraryImport(NativeLibraries.Mongoc)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_cursor_next(nint cursor, BsonT** document);

    [LibraryImport(NativeLibraries.Mongoc)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_cursor_error_document(nint cursor, BsonError* error, BsonT** reply);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_cursor_destroy(nint cursor);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_collection_watch(nint collection, BsonT* pipeline, BsonT* options);

    [LibraryImport(NativeLibraries.Mongoc)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_change_stream_next(nint stream, BsonT** document);

    [LibraryImport(NativeLibraries.Mongoc)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_change_stream_error_document(nint stream, BsonError* error, BsonT** reply);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_change_stream_destroy(nint stream);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_client_start_session(nint client, nint options, BsonError* error);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_client_session_destroy(nint session);

    [LibraryImport(NativeLibraries.Mongoc)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_session_append(SessionHandle session, BsonT* options, BsonError* error);

    [LibraryImport(NativeLibraries.Mongoc)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_session_start_transaction(SessionHandle session, nint options, BsonError* error);

    [LibraryImport(NativeLibraries.Mongoc)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_client_session_commit_transaction(SessionHandle session, BsonT* reply, BsonError* error);

    [LibraryImport(NativeLibraries.Mongoc)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_error_has_label(BsonT* reply, byte* label);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_transaction_opts_new();

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_transaction_opts_set_read_concern(nint options, nint concern);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_transaction_opts_set_write_concern(nint options, nint concern);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_transaction_opts_set_read_prefs(nint options, nint preferences);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_transaction_opts_set_max_commit_time_ms(nint options, long milliseconds);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_transaction_opts_destroy(nint options);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_read_concern_new();

    [LibraryImport(NativeLibraries.Mongoc, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool mongoc_read_concern_set_level(nint concern, string level);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_read_concern_destroy(nint concern);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_write_concern_new();

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_write_concern_set_wmajority(nint concern, int milliseconds);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_write_concern_destroy(nint concern);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial nint mongoc_read_prefs_new(int mode);

    [LibraryImport(NativeLibraries.Mongoc)]
    public static partial void mongoc_read_prefs_destroy(nint preferences);

    [LibraryImport(NativeLibraries.Bson)]
    public static partial void bson_init(BsonT* document);

    [LibraryImport(NativeLibraries.Bson)]
    [SuppressGCTransition]
    public static partial byte* bson_get_data(BsonT* document);

    [LibraryImport(NativeLibraries.Bson)]
    [SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool bson_init_static(BsonT* document, byte* data, nuint length);

    [LibraryImport(NativeLibraries.Bson)]
    public static partial void bson_destroy(BsonT* document);
}
