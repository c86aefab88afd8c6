using GovGraph.Storage.Access;
using GovGraph.Storage.MongoDb.Access;
using GovGraph.Storage.Tests.Contract;

namespace GovGraph.Storage.MongoDb.Tests.Access;

public sealed class MongoKeyStoreTests : KeyStoreContract
{
    private MongoSettings? _settings;

    protected override async ValueTask<KeyStore> Open() =>
        MongoKeyStore.Open(_settings ??= new MongoSettings { ConnectionString = await TestServer.NewDatabase() }, TimeProvider.System);
}
