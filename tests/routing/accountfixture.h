#pragma once

#include "net/httpclient.h"
#include "simulator/simulator.h"
#include "twilio/client.h"

#include <memory>

namespace numbers::test {

/// A simulated Twilio with its main account, and a client over real sockets.
struct AccountFixture
{
    explicit AccountFixture(int fleet)
    {
        simulator::SimulatorOptions options;
        options.fleet = fleet;
        simulator = simulator::Simulator::start(options);
        if (!simulator) {
            qFatal("the simulator does not start");
        }
        client = std::make_unique<twilio::Client>(http, twilio::Endpoints::single(simulator->twilioUrl()));
        pair = pairOf(simulator->mainAccount());
    }

    [[nodiscard]] static twilio::Credentials pairOf(const simulator::TwilioAccount &account)
    {
        return {*AccountSid::parse(account.sid),
                std::make_shared<const SecretString>(SecretString::fromText(account.authToken))};
    }

    std::unique_ptr<simulator::Simulator> simulator;
    SystemClock clock;
    net::HttpClient http{clock};
    std::unique_ptr<twilio::Client> client;
    twilio::Credentials pair;
};

} // namespace numbers::test
