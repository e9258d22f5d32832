package dev.sluice.http.testkit;

import dev.sluice.http.Egress;
import dev.sluice.http.HttpTransport;
import dev.sluice.http.PooledTransport;

class PooledTransportContractTest extends HttpTransportContract {
    @Override
    protected HttpTransport transport(int port) {
        Egress egress = Egress.publicOnly().allowNetwork("127.0.0.0/8").allowPort(port);
        return PooledTransport.builder().egress(egress).build();
    }
}
