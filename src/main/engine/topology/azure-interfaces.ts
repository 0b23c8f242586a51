/** What the interfaces of Azure's elements are called; names of peerings and connections are those of others. */

export const FABRIC_INTERFACE = 'fabric';
/** A gateway's interface in its GatewaySubnet. */
export const GATEWAY_INTERFACE = 'vnet';
/** That of an active-active gateway's second instance. */
export const SECOND_GATEWAY_INTERFACE = 'vnet/1';
/** An MSEE's interface toward the customer. */
export const PEERING_INTERFACE = 'peering';
