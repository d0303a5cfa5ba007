# Everything the project links against, in one place. Why each was chosen: docs/decisions/.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql LinguistTools)
if(UNIX AND NOT APPLE)
    # The lock state of the Secret Service is asked over D-Bus (see src/secrets).
    find_package(Qt6 6.4 REQUIRED COMPONENTS DBus)
endif()
if(NUMBERS_GUI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Svg)
endif()
if(NUMBERS_TESTS OR NUMBERS_BENCHMARKS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
if(NUMBERS_TESTS)
    # Not packaged everywhere: without it the property-based tests are left out.
    find_package(rapidcheck QUIET)
endif()

find_package(Qt6Keychain REQUIRED)
find_package(QCoro6 0.8 REQUIRED COMPONENTS Core)
find_package(tl-expected REQUIRED)
find_package(spdlog REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)

# libphonenumber ships no CMake package on most systems.
find_path(PHONENUMBER_INCLUDE_DIR phonenumbers/phonenumberutil.h REQUIRED)
find_library(PHONENUMBER_LIBRARY phonenumber REQUIRED)
# Names of countries; libphonenumber brings it along. Homebrew keeps it out of the usual places.
if(APPLE AND NOT ICU_ROOT)
    set(ICU_ROOT /opt/homebrew/opt/icu4c /usr/local/opt/icu4c)
endif()
find_package(ICU REQUIRED COMPONENTS uc)
add_library(numbers_phonenumber INTERFACE)
add_library(Phonenumber::Phonenumber ALIAS numbers_phonenumber)
target_include_directories(numbers_phonenumber SYSTEM INTERFACE "${PHONENUMBER_INCLUDE_DIR}")
target_link_libraries(numbers_phonenumber INTERFACE "${PHONENUMBER_LIBRARY}")
